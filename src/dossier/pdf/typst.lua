-- From pandoc's tree to the template: elements that name a function, languages, pictures with their words.

local function quoted(text)
  return '"' .. text:gsub('\\', '\\\\'):gsub('"', '\\"') .. '"'
end

local function opening(el)
  local call = ''
  if el.attributes.lang and el.attributes.lang:match('^%a[%a-]*$') then
    call = '#text(lang: "' .. el.attributes.lang:sub(1, 2):lower() .. '")['
  end
  local name = el.attributes.typst or ''
  if name:match('^%l[%l%d-]*$') then
    call = call .. '#' .. name .. '['
  end
  return call
end

local function wrap(el, raw)
  local open = opening(el)
  local anchor = el.identifier ~= '' and '#anchor(<' .. el.identifier .. '>)' or ''
  local content = el.content
  if open .. anchor == '' then
    return content
  end
  local _, depth = open:gsub('%[', '')
  content:insert(1, raw('typst', anchor .. open))
  if depth > 0 then
    content:insert(raw('typst', string.rep(']', depth)))
  end
  return content
end

-- A sign that would begin a heading or a list if it came first after a bracket.
function Str(el)
  if el.text:match('^=+$') or el.text:match('^[-+/]$') or el.text:match('^%d+%.$') then
    return { pandoc.RawInline('typst', '#{}'), el }
  end
end

-- After a call of a function, a dot and letters would be a field of its result, and a bracket its next argument.
function Inlines(list)
  local kept = pandoc.Inlines {}
  for place, el in ipairs(list) do
    local before = list[place - 1]
    local called = before and before.t ~= 'Str' and before.t ~= 'Space' and before.t ~= 'SoftBreak'
    if called and el.t == 'Str' and (el.text:match('^[(%[;]') or el.text:match('^%.[%w_\128-\255]')) then
      kept:insert(pandoc.RawInline('typst', '\\' .. el.text:sub(1, 1)))
      el = pandoc.Str(el.text:sub(2))
    end
    kept:insert(el)
  end
  return kept
end

function Span(el)
  return wrap(el, pandoc.RawInline)
end

function Div(el)
  return wrap(el, pandoc.RawBlock)
end

-- A link within the book goes through the template, which knows the page that it leads to.
function Link(el)
  local label = el.target:match('^#([%w_-]+)$')
  if not label then
    return nil
  end
  local name = el.attributes.typst == 'evidence' and 'evidence' or 'goto'
  local content = el.content
  content:insert(1, pandoc.RawInline('typst', '#' .. name .. '(<' .. label .. '>)['))
  content:insert(pandoc.RawInline('typst', ']'))
  if el.attributes.typst == 'evidence' then
    el.attributes.typst = nil
  end
  return wrap(pandoc.Span(content, pandoc.Attr(el.identifier, {}, el.attributes)), pandoc.RawInline)
end

function Image(el)
  local call = '#picture(' .. quoted(el.src) .. ', alt: ' .. quoted(pandoc.utils.stringify(el.caption))
  return pandoc.RawInline('typst', call .. ', ratio: ' .. (el.attributes.ratio or '0') .. ')')
end

function Figure(el)
  local caption = pandoc.write(pandoc.Pandoc(el.caption.long), 'typst-smart')
  local blocks = pandoc.Blocks { pandoc.RawBlock('typst', '#illustration(caption: [' .. caption .. '])[') }
  blocks:extend(el.content)
  blocks:insert(pandoc.RawBlock('typst', ']'))
  return blocks
end
