using AutoMapper;

namespace HuaihuaPilotZone.Enterprises.Applications;

internal sealed class ApplicationsMapping : Profile
{
    public ApplicationsMapping()
    {
        CreateMap<EntryApplication, ApplicationRow>().ForMember(r => r.AreaName, o => o.MapFrom(a => a.ParkArea!.Name));
        CreateMap<EntryApplication, EnterpriseData>()
            .ForMember(d => d.Summary, o => o.Ignore())
            .ForMember(d => d.CustomsCode, o => o.Ignore())
            .ForMember(d => d.TagIds, o => o.Ignore())
            .ForMember(d => d.Markets, o => o.Ignore())
            .ForMember(d => d.IsNameCorrection, o => o.Ignore())
            // shown in public only after the enterprise has agreed
            .ForMember(d => d.IsPublic, o => o.Ignore());
    }
}
