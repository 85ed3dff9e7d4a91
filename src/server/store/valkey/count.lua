-- Takes no more votes on a question, and answers what was answered, without ballots (R7); 'stale' for another version.
-- KEYS room, ballots of the question; ARGV version.
if redis.call('HGET', KEYS[1], 'version') ~= ARGV[1] then return 'stale' end
redis.call('HSET', KEYS[1], 'counted', 1)
local said = {}
for _, mark in ipairs(redis.call('HVALS', KEYS[2])) do
  if mark ~= '' then said[#said + 1] = string.match(mark, '^%d+ (.*)$') end
end
return said
