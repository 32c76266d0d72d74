using AutoMapper;

namespace HuaihuaPilotZone.Enterprises;

internal sealed class EnterprisesMapping : Profile
{
    public EnterprisesMapping()
    {
        CreateMap<Enterprise, RosterRow>()
            .ForMember(r => r.Missing, o => o.Ignore())
            .ForMember(r => r.Match, o => o.Ignore())
            .ForMember(r => r.AreaName, o => o.MapFrom(e => e.ParkArea!.Name))
            .ForMember(r => r.ContactName, o => o.MapFrom(e => e.Contacts.OrderBy(c => c.Id).Select(c => c.Name).FirstOrDefault()))
            .ForMember(r => r.ContactPhone, o => o.MapFrom(e => e.Contacts.OrderBy(c => c.Id).Select(c => c.Phone).FirstOrDefault()))
            .ForMember(r => r.TagNames, o => o.MapFrom(e => e.Tags.OrderBy(t => t.IndustryTag!.SortOrder).Select(t => t.IndustryTag!.Name)))
            .ForMember(r => r.Markets, o => o.MapFrom(e => e.Markets.Select(m => m.Market)))
            .ForMember(r => r.FormerNames, o => o.MapFrom(e => e.FormerNames.OrderByDescending(n => n.Id).Select(n => n.Name)))
            .ForMember(r => r.HasSummary, o => o.MapFrom(e => e.Summary != null))
            .ForMember(r => r.HasFilingProfile, o => o.MapFrom(e => e.FilingProfile != null));
        CreateMap<Enterprise, DirectoryEntry>()
            .ForMember(r => r.AreaName, o => o.MapFrom(e => e.ParkArea!.Name))
            .ForMember(r => r.Markets, o => o.MapFrom(e => e.Markets.Select(m => m.Market)))
            .ForMember(r => r.TagNames, o => o.MapFrom(e => e.Tags.OrderBy(t => t.IndustryTag!.SortOrder).Select(t => t.IndustryTag!.Name)));
    }
}
