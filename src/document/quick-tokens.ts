import type { MarkdownIt, StateInline, Token } from 'markdown-it';

type Make = (type: string, tag: string, nesting: Token['nesting']) => Token;

/**
 * Makes a reader's tokens with all of their fields at once. markdown-it sets eight of them one by one, by what its build put in place of class
 * fields, and that is a third of what it takes. They are its tokens in everything else: its methods, and `instanceof`.
 */
export function useQuickTokens(reader: MarkdownIt): void {
  const make = makerOf(new reader.core.State('', reader, {}).Token);
  reader.block.State = class extends reader.block.State {
    override push(...[type, tag, nesting]: Parameters<Make>): Token {
      const token = make(type, tag, nesting);
      token.block = true;
      token.level = levelOf(this, nesting);
      this.tokens.push(token);
      return token;
    }
  };
  reader.inline.State = class extends reader.inline.State {
    override pushPending(): Token {
      const token = make('text', '', 0);
      token.content = this.pending;
      token.level = this.pendingLevel;
      this.tokens.push(token);
      this.pending = '';
      return token;
    }

    override push(...[type, tag, nesting]: Parameters<Make>): Token {
      if (this.pending !== '') this.pushPending();
      const token = make(type, tag, nesting);
      token.level = levelOf(this, nesting);
      this.pendingLevel = this.level;
      this.tokens.push(token);
      this.tokens_meta.push(delimitersOf(this, nesting));
      return token;
    }
  };
}

function makerOf(Original: typeof Token): Make {
  Object.setPrototypeOf(QuickToken.prototype, Original.prototype);
  return (...words) => {
    const token = new QuickToken(...words);
    if (!(token instanceof Original)) throw new TypeError('A token has lost its methods');
    return token;
  };
}

/** All fields of a token; `makerOf` adds the methods. */
class QuickToken {
  type: string;
  tag: string;
  nesting: Token['nesting'];
  attrs: Token['attrs'] = null;
  map: Token['map'] = null;
  level = 0;
  children: Token['children'] = null;
  content = '';
  markup = '';
  info = '';
  meta: Token['meta'] = null;
  block = false;
  hidden = false;

  constructor(...[type, tag, nesting]: Parameters<Make>) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
  }
}

/** How deep a token is: what opens is outside of what it holds, and so is what closes. */
function levelOf(state: { level: number }, nesting: Token['nesting']): number {
  if (nesting < 0) state.level -= 1;
  const { level } = state;
  if (nesting > 0) state.level += 1;
  return level;
}

/** What is opened has stars and underlines of its own, which go with it. */
function delimitersOf(
  state: StateInline,
  nesting: Token['nesting'],
): StateInline['tokens_meta'][number] {
  if (nesting < 0) state.delimiters = state._prev_delimiters.pop() ?? [];
  if (nesting <= 0) return undefined;
  state._prev_delimiters.push(state.delimiters);
  state.delimiters = [];
  return { delimiters: state.delimiters };
}
