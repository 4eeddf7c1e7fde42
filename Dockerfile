# One image for the web server and the worker; compose.yaml says which of the two a container is.
FROM node:24-bookworm-slim AS build
WORKDIR /tessera
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN node scripts/generate-client.mjs && node scripts/launch.mjs build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /tessera
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 TESSERA_DATA=/data
COPY --from=build --chown=root:root /tessera ./
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--conditions=react-server", "scripts/start.ts", "--without-worker", "--host", "0.0.0.0"]
