import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type MemberDetails, RegistrationListQueries } from '#libs/read-models';

export class ShowMember extends Query<MemberDetails | undefined> {
  constructor(readonly memberId: string) {
    super();
  }
}

@QueryHandler(ShowMember)
export class ShowMemberHandler implements IQueryHandler<ShowMember> {
  constructor(@Inject(RegistrationListQueries) private readonly people: RegistrationListQueries) {}

  execute({ memberId }: ShowMember) {
    return this.people.member(memberId);
  }
}
