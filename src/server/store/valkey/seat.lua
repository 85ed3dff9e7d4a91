-- Takes one seat and deals its ballots, each drawn on its own (R2): KEYS room, news, free ballots of each question and round;
-- ARGV version, seats there are, and a random whole number for each draw. Answers {seats taken, the ballots}, without ballots
-- where no seat is left; 'stale' for another version.
local room, news = KEYS[1], KEYS[2]
if redis.call('HGET', room, 'version') ~= ARGV[1] then return 'stale' end
local taken = tonumber(redis.call('HGET', room, 'taken'))
if taken >= tonumber(ARGV[2]) then return { taken } end
local dealt = { taken + 1 }
for at = 3, #KEYS do
  local place = math.fmod(tonumber(ARGV[at]), redis.call('ZCARD', KEYS[at]))
  local ballot = redis.call('ZRANGE', KEYS[at], place, place)[1]
  redis.call('ZREM', KEYS[at], ballot)
  dealt[#dealt + 1] = ballot
end
redis.call('HINCRBY', room, 'taken', 1)
local answers = tonumber(redis.call('HGET', room, 'answers'))
redis.call('SPUBLISH', news, cjson.encode({ ARGV[1], taken + 1, answers - answers % 5 }))
return dealt
