using System.Globalization;

namespace HuaihuaPilotZone.Customs.Codes;

/// <summary>One row of a code table. Every row says where it comes from and of what day.</summary>
/// <param name="Code">The code people type: the new customs code where there are two.</param>
/// <param name="Name">Chinese name.</param>
public abstract record CodeRow(string Code, string Name)
{
    /// <summary>The old customs number (JGS-20) that CEB messages carry; null where there is none.</summary>
    public string? OldCode { get; init; }

    /// <summary>Where the row was read.</summary>
    public string Source { get; init; } = "";

    /// <summary>The state of the source, or the day on which the row was written down where the source has no date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>False for rows from a third party or general knowledge (待核).</summary>
    public bool Verified { get; init; } = true;

    /// <summary>First day of a row that staff imported for a time; null when unlimited.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of such a row; null when it still holds.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Everything that matters about the row as one line of invariant text; it goes into the version of the tables.</summary>
    internal virtual string Fingerprint => string.Join('|', Code, OldCode, Name, Source, Day(Date), Verified ? "1" : "0");

    private protected static string Day(DateOnly? day) => day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A row that holds for a time.</summary>
public interface IDatedRow
{
    string Code { get; }

    /// <summary>First day; null when unlimited or unknown.</summary>
    DateOnly? From { get; }

    /// <summary>Last day; null when it still holds.</summary>
    DateOnly? To { get; }
}

/// <summary>监管方式.</summary>
/// <param name="InPortal">Whether the portal offers or explains the mode.</param>
/// <param name="IsObsolete">No longer used.</param>
/// <param name="From">First day of the mode, where known.</param>
public sealed record SupervisionMode(string Code, string Name, bool InPortal, bool IsObsolete, DateOnly? From) : CodeRow(Code, Name);

/// <summary>运输方式.</summary>
/// <param name="CrossesBorder">False for the modes used for goods that do not leave the country.</param>
public sealed record TransportMode(string Code, string Name, bool CrossesBorder) : CodeRow(Code, Name);

/// <summary>币制, ISO letters.</summary>
public sealed record Currency(string Code, string Name) : CodeRow(Code, Name);

/// <summary>国别（地区）, ISO alpha-3. Old numbers such as 399 and 699 stand for several countries.</summary>
public sealed record Country(string Code, string Name) : CodeRow(Code, Name);

/// <summary>计量单位, 3 digits, the same in old and new tables.</summary>
public sealed record MeasureUnit(string Code, string Name) : CodeRow(Code, Name);

/// <summary>包装种类, 2 digits; the old code is one digit, and some new codes have none.</summary>
public sealed record Packaging(string Code, string Name) : CodeRow(Code, Name);

/// <summary>港口, country letters and 3 digits. XXX000 is the country as a whole.</summary>
/// <param name="CountryCode">ISO alpha-3.</param>
public sealed record Port(string Code, string Name, string CountryCode) : CodeRow(Code, Name);

/// <summary>集装箱规格.</summary>
public sealed record ContainerType(string Code, string Name) : CodeRow(Code, Name);

/// <summary>A code that is nothing but a code with a name: 征免性质, 成交方式, 征免方式, 监管证件, 随附单据类别 and the like.</summary>
public sealed record NamedCode(string Code, string Name) : CodeRow(Code, Name);

/// <summary>What a domestic place code stands for.</summary>
public enum DomesticPlaceKind
{
    /// <summary>国内地区, 5 characters.</summary>
    District,

    /// <summary>行政区划, 6 digits.</summary>
    Division,

    /// <summary>国内口岸, 6 digits.</summary>
    Port,
}

/// <summary>国内地区, 行政区划 or 国内口岸.</summary>
public sealed record DomesticPlace(string Code, string Name, DomesticPlaceKind Kind) : CodeRow(Code, Name);

/// <summary>关区代码, 4 digits.</summary>
public sealed record CustomsOffice(string Code, string Name, DateOnly? From = null, DateOnly? To = null) : CodeRow(Code, Name), IDatedRow
{
    internal override string Fingerprint => $"{base.Fingerprint}|{Day(From)}|{Day(To)}";
}

/// <summary>A four-digit heading of the nomenclature.</summary>
/// <param name="IsComplete">True when the table holds all six-digit subheadings of the heading, so that others do not exist.</param>
/// <param name="From">First day of the edition the subheadings belong to.</param>
/// <param name="To">Last day of that edition.</param>
public sealed record TariffHeading(string Code, string Name, bool IsComplete, DateOnly? From, DateOnly? To) : CodeRow(Code, Name), IDatedRow;

/// <summary>A six-digit subheading of the nomenclature.</summary>
public sealed record TariffSubheading(string Code, string Name) : CodeRow(Code, Name);

/// <summary>A ten-digit code of the national tariff with its statutory units.</summary>
/// <param name="Unit1">First statutory unit, 3 digits.</param>
/// <param name="Unit2">Second statutory unit, or null when the code has none.</param>
public sealed record TariffLine(string Code, string Name, string Unit1, string? Unit2, DateOnly? From = null, DateOnly? To = null) : CodeRow(Code, Name), IDatedRow
{
    /// <summary>Declaration elements, rates, inspection and supervision by the names of <see cref="Kept.TariffColumns"/>; what the source did not have is not there.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    internal override string Fingerprint => $"{base.Fingerprint}|{Unit1}|{Unit2}|{Day(From)}|{Day(To)}";
}

/// <summary>An exchange rate kept by staff. Without a last day it holds until a later one takes over.</summary>
/// <param name="Code">Currency, ISO letters.</param>
/// <param name="CnyPerUnit">Yuan for one unit, more than zero.</param>
/// <param name="From">First day.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="To">Last day, or null.</param>
public sealed record ExchangeRate(string Code, decimal CnyPerUnit, DateOnly From, string Source, DateOnly? To = null) : IDatedRow
{
    DateOnly? IDatedRow.From => From;

    internal string Fingerprint =>
        string.Create(CultureInfo.InvariantCulture, $"{Code}|{CnyPerUnit}|{From:yyyyMMdd}|{To:yyyyMMdd}|{Source}");
}

/// <summary>The State Council's approval of the comprehensive pilot zone, entered by an administrator.</summary>
/// <param name="Number">文号.</param>
/// <param name="Date">Day of approval.</param>
/// <param name="Link">Address of the text, or null.</param>
public sealed record ZoneApproval(string Number, DateOnly Date, string? Link);
