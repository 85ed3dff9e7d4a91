-- What a process needs to know of a room: KEYS room, alias; ARGV the version it knows.
-- Answers {version, seats taken, answers, state}, without the state where the version is the one known;
-- where there is no such room, the first code of the room that had this code, or nothing.
local version = redis.call('HGET', KEYS[1], 'version')
if not version then return redis.call('GET', KEYS[2]) end
local now = redis.call('HMGET', KEYS[1], 'version', 'taken', 'answers')
if version ~= ARGV[1] then now[4] = redis.call('HGET', KEYS[1], 'state') end
return now
