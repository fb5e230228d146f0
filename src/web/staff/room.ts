import { applyDecorators, Controller, Post, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Allow } from '../../auth/access.ts';
import type { Role } from '../../auth/actor.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { StaffTrouble } from './staff-trouble.filter.ts';

/** Pages under `path` for whoever holds one of `roles`. They are no part of the contract, and tell trouble as pages do. */
export const Room = (path: string, ...roles: readonly Role[]) =>
  applyDecorators(ApiExcludeController(), Controller(path), Allow(...roles), UseFilters(StaffTrouble));

/** Where a form of a page is sent to. A browser sends no idempotency key. */
export const SentForm = (path = '') =>
  applyDecorators(Post(path), NotIdempotent(), Consumes('application/x-www-form-urlencoded'));
