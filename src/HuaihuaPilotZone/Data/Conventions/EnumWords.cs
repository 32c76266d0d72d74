using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HuaihuaPilotZone.Data.Conventions;

/// <summary>
/// Keeps an enum as its word. EF's own converter stores the same words, but it is a generic type: for each of more than a hundred enums some
/// fifteen of its methods were compiled at every start. This one is the same code for all of them.
/// </summary>
public sealed class EnumWords : ValueConverter
{
    private static readonly ConcurrentDictionary<Type, EnumWords> _known = new();

    private readonly Words _words;

    private EnumWords(Type type, Words words)
        : base(ToWord(type, words), FromWord(type, words))
    {
        ModelClrType = type;
        _words = words;
    }

    public override Type ModelClrType { get; }

    public override Type ProviderClrType => typeof(string);

    public override Func<object?, object?> ConvertToProvider => value => value is null ? null : _words.WordOf(Words.Number(value));

    public override Func<object?, object?> ConvertFromProvider => word => word is null ? null : Enum.ToObject(ModelClrType, _words.NumberOf((string)word));

    public override Expression ConstructorExpression => Expression.Call(typeof(EnumWords), nameof(For), [], Expression.Constant(ModelClrType));

    /// <summary>The one converter of an enum.</summary>
    /// <param name="type">An enum, not a nullable one.</param>
    public static EnumWords For(Type type) => _known.GetOrAdd(type, static t => new EnumWords(t, new Words(t)));

    private static LambdaExpression ToWord(Type type, Words words)
    {
        var value = Expression.Parameter(type);
        return Expression.Lambda(Expression.Call(Expression.Constant(words), nameof(Words.WordOf), [], Expression.Convert(value, typeof(long))), value);
    }

    private static LambdaExpression FromWord(Type type, Words words)
    {
        var word = Expression.Parameter(typeof(string));
        return Expression.Lambda(Expression.Convert(Expression.Call(Expression.Constant(words), nameof(Words.NumberOf), [], word), type), word);
    }

    /// <summary>The words of one enum and their numbers.</summary>
    private sealed class Words
    {
        private readonly Type _type;
        private readonly Dictionary<long, string> _words = [];
        private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);

        public Words(Type type)
        {
            _type = type;
            foreach (var value in Enum.GetValuesAsUnderlyingType(type))
            {
                var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
                _words[number] = Enum.GetName(type, value)!;
            }
            foreach (var name in Enum.GetNames(type)) _numbers[name] = Number(Enum.Parse(type, name));
        }

        public static long Number(object value) => ((IConvertible)value).ToInt64(CultureInfo.InvariantCulture);

        /// <summary>What has no word of its own, such as several flags at once, is written as .NET writes it.</summary>
        public string WordOf(long number) => _words.TryGetValue(number, out var word) ? word : Enum.ToObject(_type, number).ToString()!;

        /// <exception cref="ArgumentException">The word is none of this enum.</exception>
        public long NumberOf(string word) => _numbers.TryGetValue(word, out var number) ? number : Number(Enum.Parse(_type, word, ignoreCase: true));
    }
}
