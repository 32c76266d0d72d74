using AutoMapper;

namespace HuaihuaPilotZone.Enterprises;

internal sealed class EnterprisesMapping : Profile
{
    public EnterprisesMapping()
    {
        CreateMap<Enterprise, DirectoryEntry>()
            .ForMember(r => r.AreaName, o => o.MapFrom(e => e.ParkArea!.Name))
            .ForMember(r => r.Markets, o => o.MapFrom(e => e.Markets.Select(m => m.Market)))
            .ForMember(r => r.TagNames, o => o.MapFrom(e => e.Tags.OrderBy(t => t.IndustryTag!.SortOrder).Select(t => t.IndustryTag!.Name)));
    }
}
