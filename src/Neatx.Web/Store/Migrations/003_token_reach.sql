-- Whether a token may change something; those made before may not any more.

ALTER TABLE api_token ADD COLUMN may_write BOOLEAN NOT NULL DEFAULT FALSE;
