namespace HuaihuaPilotZone.Web.Public.Timetable;

/// <summary>Names the resource files TimetableText.resx (Chinese) and TimetableText.en.resx: the timetable.</summary>
public sealed class TimetableText;
