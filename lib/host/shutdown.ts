declare global {
  var tesseraShutdown: AbortController | undefined;
}

/** Kept on the global object, since the bundler gives routes a copy of this module. */
function controller(): AbortController {
  globalThis.tesseraShutdown ??= new AbortController();
  return globalThis.tesseraShutdown;
}

/** Fires when this process is told to stop. Streams that would go on for ever (progress, events) end at it. */
export function shutdownSignal(): AbortSignal {
  return controller().signal;
}

/** Tells everybody who listens to `shutdownSignal` that this process stops. */
export function beginShutdown(): void {
  controller().abort();
}
