import { type NextRequest, NextResponse } from "next/server";
import { pageHeader } from "./lib/auth/page-header.ts";
import { contentSecurityPolicy } from "./lib/auth/security-headers.ts";

/**
 * Gives each page its content security policy with a fresh nonce, and its own address, to come back to after signing in.
 * It guards nothing else: who may see what is decided where the data is read.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set(pageHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export const config = { matcher: [{ source: "/((?!_next/static|api/|favicon.ico|icon.svg).*)" }] };
