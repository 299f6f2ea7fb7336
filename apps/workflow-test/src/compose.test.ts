import { expect, test } from "vitest";
import { readServices } from "./compose.ts";
import { readImages, textOf } from "./dockerfile.ts";
import { readText } from "./repository.ts";

const services = readServices();
const { database, ...own } = services;

test("there are two sandboxes, which differ in their ports alone, a database and a mock", () => {
  expect(Object.keys(services)).toEqual(["database", "sandbox-1", "sandbox-2", "mock"]);
  const { "sandbox-1": first, "sandbox-2": second } = own;
  expect({ ...second, ports: first?.ports }).toEqual(first);
  expect(second?.ports).not.toEqual(first?.ports);
});

test("ports are published on this machine only, and the database's not at all", () => {
  expect(database?.ports).toBeUndefined();
  const ports = Object.values(own).flatMap(({ ports = [] }) => ports);
  expect(ports).toEqual(["127.0.0.1:4020:4020", "127.0.0.1:4021:4020", "127.0.0.1:4010:4010"]);
});

test("each image is made of a target of the Dockerfile, on the port that it has", () => {
  const images = new Map(readImages().map((image) => [image.name, image]));
  for (const { build, ports = [] } of Object.values(own)) {
    const image = images.get(build?.target ?? "");
    expect(build?.context).toBe(".");
    expect(image && textOf(image, "EXPOSE")).toBe(ports[0]?.split(":").at(-1));
  }
});

test("the database has a whole version and says when it is ready, and the sandboxes wait for that", () => {
  expect(database?.image).toMatch(/^postgres:\d+\.\d+-/);
  expect(database?.healthcheck?.test.slice(0, 2)).toEqual(["CMD", "pg_isready"]);
  for (const name of ["sandbox-1", "sandbox-2"]) {
    expect(own[name]?.depends_on).toEqual({ database: { condition: "service_healthy" } });
  }
});

test("the sandboxes know the database by the name, the user and the password that it has", () => {
  const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = database?.environment ?? {};
  expect(own["sandbox-1"]?.environment?.SANDBOX_DATABASE).toBe(
    `postgres://${POSTGRES_USER}:${POSTGRES_PASSWORD}@database/${POSTGRES_DB}`,
  );
});

test("every password can be set from outside", () => {
  const secret = readText("compose.yaml")
    .split("\n")
    .filter((line) => /(PASSWORD|KEY|DATABASE): /.test(line));
  expect(secret.length).toBe(3);
  expect(secret.filter((line) => !/\$\{QUAYSIDE_\w+:-local\}/.test(line))).toEqual([]);
});
