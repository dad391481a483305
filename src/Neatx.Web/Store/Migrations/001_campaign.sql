-- One text for SQLite and PostgreSQL. Types are PostgreSQL's names, which SQLite maps to its own affinities; BYTEA holds blobs in both.
-- In SQLite INTEGER PRIMARY KEY is the table itself in order, without another index.

CREATE TABLE image (
    number INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL,
    name TEXT NOT NULL,
    patient TEXT NOT NULL,
    pool INTEGER NOT NULL,
    path TEXT,
    folder TEXT,
    UNIQUE (dataset, name)
);

CREATE TABLE gold (
    image INTEGER NOT NULL,
    finding INTEGER NOT NULL,
    state INTEGER NOT NULL,
    PRIMARY KEY (image, finding)
);

-- The log. previous_hash is the hash of the row before.
CREATE TABLE event (
    sequence INTEGER PRIMARY KEY,
    id BYTEA NOT NULL UNIQUE,
    kind INTEGER NOT NULL,
    actor TEXT NOT NULL,
    rater TEXT,
    image INTEGER,
    occurrence INTEGER NOT NULL,
    finding TEXT,
    old_value TEXT,
    new_value TEXT,
    dwell_ms INTEGER,
    view_window TEXT,
    client_time BIGINT,
    server_time BIGINT NOT NULL,
    client_sequence BIGINT,
    protocol_hash BYTEA NOT NULL,
    hash BYTEA NOT NULL
);

-- What follows from the log, kept in the same transaction, and who has which image reserved until when.
CREATE TABLE assignment (
    rater TEXT NOT NULL,
    image INTEGER NOT NULL,
    occurrence INTEGER NOT NULL,
    position INTEGER NOT NULL,
    leased_until BIGINT NOT NULL,
    completed_at INTEGER NOT NULL,
    completed_time BIGINT NOT NULL,
    invalid TEXT,
    grades TEXT NOT NULL,
    sides TEXT NOT NULL,
    note TEXT,
    marks TEXT,
    PRIMARY KEY (rater, image, occurrence)
);

CREATE INDEX assignment_image ON assignment (image);

CREATE UNIQUE INDEX assignment_position ON assignment (rater, position);

CREATE TABLE adjudication (
    image INTEGER PRIMARY KEY,
    invalid TEXT,
    grades TEXT NOT NULL
);

-- Keys and settings of this store, such as the secret behind image handles.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value BYTEA NOT NULL
);
