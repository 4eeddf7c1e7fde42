import { globSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Door } from "#lib/door/door.ts";

const app = join(import.meta.dirname, "../../..");

/** The route files below `app`, as paths from there. */
export const routeFiles: readonly string[] = globSync("**/route.ts", { cwd: app }).sort();

/** What a route file exports, by method. */
export async function loadRoute(file: string): Promise<Record<string, Door>> {
  return import(/* @vite-ignore */ pathToFileURL(join(app, file)).href);
}

interface Found {
  file: string;
  params: Record<string, string | string[]>;
}

/** The route file that answers an address, as the framework would choose it: plain parts before named ones. */
export function findRoute(pathname: string): Found | null {
  const parts = pathname.split("/").slice(1);
  const matches = routeFiles.flatMap((file) => {
    const params = match(file.split("/").slice(0, -1), parts);
    return params === null ? [] : [{ file, params }];
  });
  return matches.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0] ?? null;
}

function match(folders: readonly string[], parts: readonly string[]): Found["params"] | null {
  const params: Found["params"] = {};
  for (const [index, folder] of folders.entries()) {
    const rest = /^\[\.\.\.(\w+)\]$/.exec(folder)?.[1];
    if (rest !== undefined) return { ...params, [rest]: parts.slice(index).map(decodeURIComponent) };
    const part = parts[index];
    if (part === undefined) return null;
    const name = /^\[(\w+)\]$/.exec(folder)?.[1];
    if (name !== undefined) params[name] = decodeURIComponent(part);
    else if (folder !== part) return null;
  }
  return folders.length === parts.length ? params : null;
}
