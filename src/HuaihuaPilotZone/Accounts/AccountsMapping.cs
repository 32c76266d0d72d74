using AutoMapper;

namespace HuaihuaPilotZone.Accounts;

internal sealed class AccountsMapping : Profile
{
    public AccountsMapping() => CreateMap<PortalUser, PersonRow>().ForMember(r => r.Roles, o => o.Ignore());
}
