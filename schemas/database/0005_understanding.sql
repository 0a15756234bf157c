-- What a text wants and says is judged once, when it comes in, and kept beside it: nine bytes in the order of
-- models/understanding.hpp, each a value from 0 to 1 in steps of 1/200; none where nothing was recognised.
ALTER TABLE interactions ADD COLUMN understanding BLOB NOT NULL DEFAULT x'';

-- What judged the texts, so that another version of Fanal judges them again.
CREATE TABLE understanding_models (
    model_id INTEGER PRIMARY KEY CHECK (model_id = 1),
    version  INTEGER NOT NULL                  -- crm/text/understand.hpp
) STRICT;
