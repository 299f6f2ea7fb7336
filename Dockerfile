# Two images: docker build --target sandbox .   and   docker build --target mock .
# The Node is the workspace's; apps/workflow-test holds it, and every path, filter and option here, against the repository.
FROM node:24.21.0-bookworm-slim AS base

FROM base AS build
WORKDIR /quayside
COPY . .
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --filter @quayside/sandbox... --filter @quayside/mock...
RUN npx --yes pnpm@12.21.0 exec turbo run build --filter=@quayside/sandbox --filter=@quayside/mock
# Each with what it needs when it runs, and nothing else.
RUN npx --yes pnpm@12.21.0 --filter @quayside/sandbox deploy --prod /images/sandbox
RUN npx --yes pnpm@12.21.0 --filter @quayside/mock deploy --prod /images/mock

FROM base AS sandbox
ENV NODE_ENV=production SANDBOX_HOST=0.0.0.0 SANDBOX_PORT=4020
WORKDIR /app
COPY --from=build /images/sandbox .
USER node
EXPOSE 4020
# With SANDBOX_CONTROL_KEY it reads the session, and so asks the database. Without, it is answered 401, which tells that somebody listens.
HEALTHCHECK --interval=5s --timeout=5s --start-period=20s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + process.env.SANDBOX_PORT + '/_sandbox/session', { headers: { authorization: 'Bearer ' + process.env.SANDBOX_CONTROL_KEY } }).then(({ status }) => process.exit(status < 500 ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=4", "dist/command/main.js"]

FROM base AS mock
ENV NODE_ENV=production MOCK_HOST=0.0.0.0 MOCK_PORT=4010
WORKDIR /app
COPY --from=build /images/mock .
USER node
EXPOSE 4010
# Any answer will do: the mock has no state that could fail.
HEALTHCHECK --interval=5s --timeout=5s --start-period=20s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + process.env.MOCK_PORT).then(({ status }) => process.exit(status < 500 ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/main.js"]
