/**
 * Runs before every other script of a page. Under Trusted Types the browser asks this policy about each string that
 * would become markup or a script's address: only the empty string and our own built scripts pass, all else is refused.
 */
export const trustedTypesScript = `(function () {
  if (!window.trustedTypes || !window.trustedTypes.createPolicy) return;
  window.trustedTypes.createPolicy("default", {
    createHTML: function (text) { return text === "" ? "" : null; },
    createScriptURL: function (address) {
      var url = new URL(address, location.href);
      return url.origin === location.origin && url.pathname.indexOf("/_next/static/") === 0 ? address : null;
    }
  });
})();`;
