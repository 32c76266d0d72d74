using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Data;

/// <summary>Enums are kept as their words, by one converter for all.</summary>
public sealed class EnumWordsTests
{
    private enum Sample
    {
        First = 1,
        Second = 2,
        Below = -7,
    }

    [Flags]
    private enum Marks : byte
    {
        None = 0,
        One = 1,
        Two = 2,
    }

    /// <summary>The converter that EF would take stored what is in databases today.</summary>
    [Fact]
    public async Task Every_enum_of_the_model_is_kept_as_EF_itself_would_keep_it()
    {
        using var portal = Portal.Own();
        await using var scope = portal.Services.CreateAsyncScope();
        var properties = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.GetValueConverter() is EnumWords).ToList();

        Assert.True(properties.Count > 100);
        foreach (var type in properties.Select(p => p.GetValueConverter()!.ModelClrType).Distinct())
        {
            var (mine, theirs) = ((ValueConverter)EnumWords.For(type), (ValueConverter)Activator.CreateInstance(typeof(EnumToStringConverter<>).MakeGenericType(type))!);
            foreach (var value in Enum.GetValues(type))
            {
                Assert.Equal(theirs.ConvertToProvider(value), mine.ConvertToProvider(value));
                Assert.Equal(value, mine.ConvertFromProvider(theirs.ConvertToProvider(value)));
            }
        }
    }

    [Fact]
    public void Words_and_values_belong_together()
    {
        var words = EnumWords.For(typeof(Sample));

        Assert.Equal("First", words.ConvertToProvider(Sample.First));
        Assert.Equal("Below", words.ConvertToProvider(Sample.Below));
        Assert.Equal(Sample.Below, words.ConvertFromProvider("Below"));
        Assert.Equal(Sample.First, words.ConvertFromProvider("FIRST"));
        Assert.Null(words.ConvertToProvider(null));
        Assert.Null(words.ConvertFromProvider(null));
    }

    [Fact]
    public void Several_flags_are_written_as_they_always_were() => Assert.Equal(
        (Marks.One | Marks.Two).ToString(), EnumWords.For(typeof(Marks)).ConvertToProvider(Marks.One | Marks.Two));

    [Fact]
    public void The_same_is_done_by_the_expressions_that_EF_takes_into_its_queries()
    {
        var words = EnumWords.For(typeof(Sample));
        var (to, from) = ((Func<Sample, string>)words.ConvertToProviderExpression.Compile(), (Func<string, Sample>)words.ConvertFromProviderExpression.Compile());

        Assert.Equal("Below", to(Sample.Below));
        Assert.Equal(Sample.Below, from("Below"));
    }

    [Fact]
    public void A_word_of_another_enum_is_a_fault() => Assert.Throws<ArgumentException>(() => EnumWords.For(typeof(Sample)).ConvertFromProvider("Third"));
}
