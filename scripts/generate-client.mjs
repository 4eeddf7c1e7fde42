// @ts-check
/** Writes the Prisma client anew: for developers who changed prisma/schema.prisma. */
import { fileURLToPath } from "node:url";
import { generate } from "./launch/generate.mjs";
import { findNode } from "./launch/node.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
generate(root, findNode(root));
