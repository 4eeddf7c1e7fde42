// Runs in the browser before anything of the pages.
import "./components/trusted-types.ts";
