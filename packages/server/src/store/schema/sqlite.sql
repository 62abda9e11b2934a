CREATE TABLE "generation_events" ("generation_id" text not null references "generations" ("id") on delete cascade, "sequence" integer not null, "revision" integer not null, "at" bigint not null, "data" text not null, constraint "generation_events_key" primary key ("generation_id", "sequence"));

CREATE TABLE "generations" ("id" text primary key, "viewer_id" text not null, "operation_id" text not null, "status" text not null, "revision" integer not null, "created_at" bigint not null, "webhook_token" text not null unique, "idempotency_key" text, "is_active" integer not null, "tags" text not null, "lease_owner" text, "event_count" integer not null, "data" text not null, "request_id" text);

CREATE INDEX generations_active on generations (viewer_id) where is_active = 1;

CREATE INDEX generations_held on generations (lease_owner) where is_active = 1;

CREATE UNIQUE INDEX "generations_idempotency" on "generations" ("viewer_id", "idempotency_key");

CREATE INDEX generations_list on generations (viewer_id, created_at desc, id desc);

CREATE UNIQUE INDEX "generations_request" on "generations" ("request_id");

CREATE TABLE "notifications" ("id" text primary key, "data" text not null, "created_at" bigint not null, "attempts" integer not null, "due_at" bigint not null, "lease_owner" text);

CREATE INDEX "notifications_due" on "notifications" ("due_at");

CREATE TABLE "replicas" ("name" text primary key, "until" bigint not null);

CREATE TABLE "run_times" ("operation_id" text not null, "settings" text not null, "queue_ms" bigint not null, "run_ms" bigint not null, "ended_at" bigint not null);

CREATE INDEX "run_times_newest" on "run_times" ("operation_id", "ended_at" desc);

CREATE TABLE "spent_keys" ("viewer_id" text not null, "idempotency_key" text not null, "deleted_at" bigint not null, constraint "spent_keys_key" primary key ("viewer_id", "idempotency_key"));
