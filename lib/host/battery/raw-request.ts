import { connect } from "node:net";

/** The answer to a request that was written by hand. */
export interface RawAnswer {
  /** Null when the connection was closed without an answer. */
  status: number | null;
  text: string;
}

/** Sends bytes over a socket of their own and reads until the other side closes, or for `patienceMs` at most. */
export function sendRaw(port: number, bytes: string, patienceMs = 3_000): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    const finish = () => {
      clearTimeout(timer);
      socket.destroy();
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      resolve({ status: status === undefined ? null : Number(status), text });
    };
    const timer = setTimeout(finish, patienceMs);
    socket
      .setEncoding("utf8")
      .on("data", (chunk: string) => {
        text += chunk;
      })
      .on("error", finish)
      .on("close", finish);
    socket.write(bytes);
  });
}
