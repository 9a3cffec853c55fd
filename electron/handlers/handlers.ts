import type { Channel } from '../../domain/bridge/channels';
import type { ReplyOf, contract } from '../../domain/bridge/contract';
import type { z } from 'zod';
import type { HandlerContext } from '../host/ports';

/** What a handler receives: the request after it passed its schema. */
export type Checked<C extends Channel> = z.output<(typeof contract)[C]['request']>;
export type Handler<C extends Channel> = (request: Checked<C>, context: HandlerContext) => Promise<ReplyOf<C>>;
export type Handlers = { readonly [C in Channel]: Handler<C> };
