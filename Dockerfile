# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# Project files first: packages are restored again only when one of these changes.
COPY global.json Directory.*.props Directory.Build.targets .editorconfig ./
COPY src/BannedSymbols.txt src/
COPY src/Workflows.Expressions/*.csproj src/Workflows.Expressions/
COPY src/Workflows.Rules/*.csproj src/Workflows.Rules/
COPY src/Workflows.Runtime/*.csproj src/Workflows.Runtime/
COPY src/Workflows.Marketing/*.csproj src/Workflows.Marketing/
COPY src/Workflows.Storage/*.csproj src/Workflows.Storage/
COPY src/Workflows.Host/*.csproj src/Workflows.Host/
RUN dotnet restore src/Workflows.Host
COPY src src
RUN dotnet publish src/Workflows.Host -c Release -o /app --no-restore

FROM node:20-slim AS studio
WORKDIR /studio
COPY studio/package.json studio/package-lock.json ./
RUN npm ci --no-audit --no-fund

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# curl asks for health; tzdata lets the workspace count its days in its own time zone.
RUN apt-get update && apt-get install -y --no-install-recommends curl tzdata && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
COPY --from=studio /studio studio
COPY workflows workflows
COPY rules rules
RUN mkdir /data && chown "$APP_UID" /data
# Inside a container loopback would reach nobody; what is published outside is the composer's decision.
ENV WORKFLOWS_HOME=/app WORKFLOWS__DATA=/data WORKFLOWS__URLS=http://0.0.0.0:5080
VOLUME /data
EXPOSE 5080
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD curl -fsS http://127.0.0.1:5080/health || exit 1
ENTRYPOINT ["dotnet", "Workflows.Host.dll"]
CMD ["serve"]
