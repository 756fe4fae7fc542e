import { Controller, Get, Inject, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access, Admitted, type Admission } from '../access/access.decorators.js';
import { Problem } from '../http/problem.js';
import { ShowRegistrationForm } from './registration-form.query.js';

@ApiTags('registration')
@ApiBearerAuth()
@Controller('api/v1/registration')
export class RegistrationController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  /** Everything the registration form of a member and year shows. */
  @Access('registration.form')
  @Get(':id/form')
  async form(@Param('id') id: string, @Admitted() { viewer, reading }: Admission) {
    const form = await this.queries.execute(new ShowRegistrationForm(id, viewer, reading));
    if (form === undefined) throw new Problem('NOT_FOUND');
    return form;
  }
}
