import { Module } from '@nestjs/common';
import { FeedbackModule } from '../../feedback/feedback.module.ts';
import { FlagsModule } from '../../flags/flags.module.ts';
import { QuestionsController } from './questions.controller.tsx';

/** Where a workshop answers its owners. */
@Module({ imports: [FlagsModule, FeedbackModule], controllers: [QuestionsController] })
export class QuestionsModule {}
