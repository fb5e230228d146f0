import type { OrganisationId, PartId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';

/** `queued`: nothing minted yet · `running` · `issued`: every label exists · `cancelled` · `failed`: waits for a retry. */
export const BATCH_STATUSES = ['queued', 'running', 'issued', 'cancelled', 'failed'] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

/** Nothing more will be minted unless somebody asks for it. */
export const isSettled = (status: BatchStatus): boolean => status !== 'queued' && status !== 'running';

/** The largest batch; the database holds it too. */
export const MOST_UNITS = 1_000_000;

/** Anything that people can read and that fits on a label: no control characters. */
export const ORDER_NUMBER = /^[^\p{Cc}\p{Cs}]{1,40}$/u;

/** Why a batch could not go on. `code` is a refusal's code, or `INTERNAL_FAULT`. */
export interface BatchFailure extends Words {
  readonly code: string;
}

/** How far a batch is. */
export interface BatchProgress {
  readonly issued: number;
  readonly quantity: number;
  readonly status: BatchStatus;
}

/** A batch as its row and the names around it tell it. */
export interface Batch extends BatchProgress {
  readonly id: string;
  readonly makerId: OrganisationId;
  /** Who mints, prints and sticks: the maker's warehouse, or the maker itself. */
  readonly warehouseId: OrganisationId;
  readonly warehouseCode: string;
  readonly partId: PartId;
  readonly partNumber: string;
  readonly partName: Words;
  readonly gtin: string;
  readonly makerName: Words;
  readonly lot: string | null;
  readonly order: string | null;
  readonly consigneeCode: string | null;
  readonly expiresOn: string | null;
  readonly failure: BatchFailure | null;
  readonly cancelReason: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** Ordinals within a batch, from 1, both ends included. */
export interface OrdinalRange {
  readonly from: number;
  readonly to: number;
}
