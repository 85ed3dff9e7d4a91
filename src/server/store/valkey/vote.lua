-- Counts votes: of each ballot the greatest (number, answer) stays, whatever order they come in (R4).
-- KEYS room, news, ballots of the open question; ARGV version, then ballot, number and answer of each vote, which may end
-- with spaces.
-- Answers {seats taken, answers, and for each vote 1, or 0 for a ballot that was never issued}; 'stale' for another version,
-- 'counted' once the answers are being counted.
local room, news, ballots = KEYS[1], KEYS[2], KEYS[3]
if redis.call('HGET', room, 'version') ~= ARGV[1] then return 'stale' end
if redis.call('HGET', room, 'counted') then return 'counted' end

-- By bytes: Lua's own comparison goes by the locale of the server.
local function greater(one, other)
  for at = 1, math.min(#one, #other) do
    local mine, its = string.byte(one, at), string.byte(other, at)
    if mine ~= its then return mine > its end
  end
  return #one > #other
end

local taken, answers = unpack(redis.call('HMGET', room, 'taken', 'answers'))
local before, after = tonumber(answers), tonumber(answers)
local result = { taken, answers }
for at = 2, #ARGV, 3 do
  local ballot, n, answer = ARGV[at], tonumber(ARGV[at + 1]), string.match(ARGV[at + 2], '^(.-) *$')
  local mark = redis.call('HGET', ballots, ballot)
  result[#result + 1] = mark and 1 or 0
  if mark == '' then
    after = after + 1
    redis.call('HSET', ballots, ballot, n .. ' ' .. answer)
  elseif mark then
    local last, said = string.match(mark, '^(%d+) (.*)$')
    last = tonumber(last)
    if n > last or (n == last and greater(answer, said)) then redis.call('HSET', ballots, ballot, n .. ' ' .. answer) end
  end
end
if after ~= before then redis.call('HSET', room, 'answers', after) end
if after - after % 5 ~= before - before % 5 then
  redis.call('SPUBLISH', news, cjson.encode({ ARGV[1], tonumber(taken), after - after % 5 }))
end
result[2] = tostring(after)
return result
