/**
 * Under Trusted Types the browser asks this policy about each string that would become markup or a script's address. Only
 * the empty string and our own built scripts pass; all else is refused.
 */
const rules = {
  createHTML: (text: string) => (text === "" ? text : null),
  createScriptURL: (address: string) => {
    const { origin, pathname } = new URL(address, window.location.href);
    return origin === window.location.origin && pathname.startsWith("/_next/static/") ? address : null;
  },
};

interface PolicyFactory {
  createPolicy(name: "default", policy: typeof rules): unknown;
}

/** The browser's own types do not know Trusted Types yet. */
function isPolicyFactory(value: unknown): value is PolicyFactory {
  return typeof value === "object" && value !== null && "createPolicy" in value;
}

const factory: unknown = Reflect.get(window, "trustedTypes");
if (isPolicyFactory(factory)) factory.createPolicy("default", rules);
