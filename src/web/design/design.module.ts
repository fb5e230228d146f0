import { Module } from '@nestjs/common';
import { ProblemPages } from './problem-pages.ts';

/** What all faces share and the server must know of. */
@Module({ providers: [ProblemPages] })
export class DesignModule {}
