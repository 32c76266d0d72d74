using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Enterprises;

public sealed class EnterprisesMapping : Profile
{
    public EnterprisesMapping()
    {
        CreateMap<EnterpriseForm, EnterpriseData>();
        CreateMap<Enterprise, EnterpriseForm>()
            .ForMember(f => f.TagIds, o => o.MapFrom(e => e.Tags.Select(t => t.IndustryTagId)))
            .ForMember(f => f.Markets, o => o.MapFrom(e => e.Markets.Select(m => m.Market)))
            .ForMember(f => f.IsNameCorrection, o => o.Ignore())
            .ForMember(f => f.StageOn, o => o.MapFrom(e => e.StageSince))
            .ForMember(f => f.Choices, o => o.Ignore());
        // the form shows masks; those that come back untouched stand for what is kept
        CreateMap<Contact, ContactRow>()
            .ForMember(r => r.Name, o => o.MapFrom(c => Masks.Name(c.Name)))
            .ForMember(r => r.Phone, o => o.MapFrom(c => Masks.Phone(c.Phone)))
            .ForMember(r => r.Email, o => o.MapFrom(c => Masks.Mail(c.Email)));
        CreateMap<Enterprise, ContactsForm>();
        CreateMap<ContactRow, ContactData>().ForCtorParam(nameof(ContactData.Name), o => o.MapFrom(r => r.Name ?? ""));
    }
}
