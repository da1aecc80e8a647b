import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, pendingMigrations, userOf } from "./migrate";
import { createTestDatabase, type TestDatabase } from "./test-db";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("two migrations at once leave nothing pending, for the owner and for the login", async () => {
  await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)]);
  expect(await pendingMigrations(database.ownerUrl)).toEqual([]);
  expect(await pendingMigrations(database.loginUrl)).toEqual([]);
});

test("a migration the database has not seen is pending", async () => {
  const other = await createTestDatabase();
  const sql = postgres(other.ownerUrl, { max: 1, onnotice: () => undefined });
  await sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`;
  expect(await pendingMigrations(other.loginUrl)).toHaveLength(1);
  await sql`drop schema drizzle cascade`;
  expect((await pendingMigrations(other.loginUrl)).length).toBeGreaterThan(1);
  await sql.end();
  await other.drop();
});

test("the login has no rights until it takes on cassetto_app", async () => {
  const sql = postgres(database.loginUrl, { max: 1 });
  await expect(sql`select 1 from sedi`).rejects.toMatchObject({ code: "42501" });
  await sql.begin(async (tx) => {
    await tx`set local role cassetto_app`;
    expect(await tx`select 1 from sedi`).toHaveLength(0);
  });
  await sql.end();
});

test("the name of the user is read from the connection string", () => {
  expect(userOf("postgres://una%40login:x@localhost/cassetto")).toBe("una@login");
  expect(userOf("postgres://localhost/cassetto")).toBeUndefined();
});
