-- Writes a room's next state and all that goes with it, unless the room has moved on: then 'stale'.
-- KEYS room, news, notes, and those that the plan names by their place; ARGV version, next version, state, ms to live, plan,
-- which says in `taken` how many seats must have been taken, where that matters, and in `reset` that none is from now on (R20).
-- Answers {seats taken, answers}.
local room, news, notes = KEYS[1], KEYS[2], KEYS[3]
local version, next_version, state, live = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local plan = cjson.decode(ARGV[5])
if (redis.call('HGET', room, 'version') or '') ~= version then return 'stale' end
if plan.taken and tonumber(redis.call('HGET', room, 'taken')) ~= plan.taken then return 'stale' end

-- Written anew and sorted, so that where a ballot lies does not tell that its seat came late (R2).
local function issue(ballots, free, fresh)
  local marks, names = {}, {}
  local held = redis.call('HGETALL', ballots)
  for at = 1, #held, 2 do
    marks[held[at]] = held[at + 1]
    names[#names + 1] = held[at]
  end
  for _, ballot in ipairs(fresh) do
    marks[ballot] = ''
    names[#names + 1] = ballot
    redis.call('ZADD', free, 0, ballot)
  end
  table.sort(names)
  redis.call('DEL', ballots)
  for _, ballot in ipairs(names) do redis.call('HSET', ballots, ballot, marks[ballot]) end
  redis.call('PEXPIRE', ballots, live)
  redis.call('PEXPIRE', free, live)
end

for _, at in ipairs(plan.gone) do redis.call('DEL', KEYS[at]) end
for _, each in ipairs(plan.issued) do issue(KEYS[each.ballots], KEYS[each.free], each.fresh) end
for _, each in ipairs(plan.used) do redis.call('HDEL', KEYS[each.ballots], each.ballot) end
-- They alone outlive the room (R8), so they do not expire.
redis.call('DEL', notes)
for _, note in ipairs(plan.notes) do redis.call('HSET', notes, note.id, note.text) end
if plan.reset then redis.call('HSET', room, 'taken', 0) end
if plan.starts then
  redis.call('HSET', room, 'answers', 0)
  redis.call('HDEL', room, 'counted')
end
redis.call('HSET', room, 'version', next_version, 'state', state)
redis.call('HSETNX', room, 'taken', 0)
redis.call('PEXPIRE', room, live)
local taken, answers = unpack(redis.call('HMGET', room, 'taken', 'answers'))
redis.call('SPUBLISH', news, cjson.encode({ next_version, tonumber(taken), answers - answers % 5 }))
return { taken, answers }
