using AutoMapper;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Enterprises.Applications;

namespace HuaihuaPilotZone.Web.Public.Apply;

public sealed class ApplyMapping : Profile
{
    public ApplyMapping() => CreateMap<ApplyForm, EntryRequest>()
        .ForMember(r => r.Consent, o => o.MapFrom(f => new PrivacyConsent(f.AcceptsNotice, f.NoticeVersion)));
}
