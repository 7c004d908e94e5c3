using System.Dynamic;
using System.Globalization;
using System.Text.Json;
using Workflows.Rules.Model;

namespace Workflows.Rules.Tests.Differential;

/// <summary>Random rule sets, shoppers and dictionaries; a seed gives the same ones each time.</summary>
internal sealed class RandomQuestions(int seed, bool isRecord)
{
    public static readonly DateTime Now = new(2024, 3, 31, 0, 0, 0, DateTimeKind.Unspecified);

    private static readonly string[] Cultures = ["", "zh-CN", "de-DE", "tr-TR", "en-US"];
    private static readonly string?[] Cities =
    [
        null,
        "",
        "Shanghai",
        "shanghai",
        "上海",
        "istanbul",
        "İstanbul",
        " x ",
        "a,b",
        "5",
    ];

    private readonly Random _random = new(seed);

    // The members of a rule set's only input need no name before them, as long as there are no parameters either.
    private readonly bool _isBare = !isRecord && seed % 4 == 0;

    private string Way =>
        isRecord ? "shopper."
        : _isBare && Coin() ? ""
        : "input1.";

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Pick(Cultures));

    public RuleSet RuleSet()
    {
        var globals = Params("g", _random.Next(3));
        return new RuleSet
        {
            Name = "s",
            GlobalParams = globals,
            Rules = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(index => Rule($"r{index}", globals, depth: 1))],
        };
    }

    public Shopper Shopper() =>
        new()
        {
            Orders = Orders(),
            Points = Points(),
            Amount = Amount(),
            Score = Score(),
            Rating = Maybe(Score),
            Visits = Maybe(Orders),
            City = Pick(Cities),
            IsVip = Coin(),
            Consents = Maybe(Coin),
            Joined = Joined(),
            Paid = Maybe(Joined),
            Seen = Seen(),
            Stay = Stay(),
            Id = Id(),
            Level = Pick([Level.None, Level.Silver, Level.Gold]),
            Grade = Pick(['A', 'B', 'z']),
            Tags = Pick<List<string>?>([null, [], ["vip"], ["eu", "vip"], ["vip", "vip", "x"]]),
            Lines = Pick<List<Line>?>([
                null,
                [],
                [new("A1", 2, 9.99m)],
                [new("A1", 2, 9.99m), new("B2", 1, 100), new("C3", 5, 0.5m)],
            ]),
            Home = Pick<Place?>([null, new(null, null), new("Shanghai", 3)]),
        };

    /// <summary>A dictionary with the plain members of a shopper; now and then a value is null or a member missing.</summary>
    public IDictionary<string, object?> Dictionary()
    {
        var members = Complete();
        if (_random.Next(16) == 0)
        {
            members[Pick([.. members.Keys])] = null;
        }

        if (_random.Next(16) == 0)
        {
            members.Remove(Pick([.. members.Keys]));
        }

        if (_random.Next(8) == 0)
        {
            members["Tags"] = new List<object?> { "vip", "eu" };
        }

        return members;
    }

    /// <summary>A dictionary with a value for every plain member of a shopper.</summary>
    public IDictionary<string, object?> Complete()
    {
        IDictionary<string, object?> members = Coin() ? new ExpandoObject() : new Dictionary<string, object?>();
        members["Orders"] = Orders();
        members["Points"] = Points();
        members["Amount"] = Amount();
        members["Score"] = Score();
        members["City"] = Pick(Cities) ?? "";
        members["IsVip"] = Coin();
        members["Joined"] = Joined();
        members["Seen"] = Seen();
        members["Stay"] = Stay();
        members["Id"] = Id();
        members["Level"] = Pick([Level.None, Level.Silver, Level.Gold]);
        members["Grade"] = Pick(['A', 'B', 'z']);
        return members;
    }

    private Rule Rule(string name, IReadOnlyList<ScopedParam> outer, int depth)
    {
        var locals = Params(name, _random.Next(4) == 0 ? 1 : 0);
        IReadOnlyList<ScopedParam> known = [.. outer, .. locals];
        var isNested = depth < 3 && _random.Next(4) == 0;
        return new Rule
        {
            Name = name,
            Enabled = _random.Next(8) > 0,
            LocalParams = locals,
            Expression = isNested ? null : Condition(known, 2),
            Operator = isNested ? Pick(["And", "Or", "AndAlso", "OrElse"]) : null,
            Rules = isNested
                ?
                [
                    .. Enumerable
                        .Range(0, _random.Next(1, 4))
                        .Select(index => Rule($"{name}n{index}", known, depth + 1)),
                ]
                : [],
            SuccessEvent = Pick([null, null, "", "event"]),
            ErrorMessage = Pick([
                null,
                null,
                "no",
                $"no $({Subject}.City) $({Subject}.Orders) $({Subject}) $(zz)",
                Own(known),
            ]),
            OnSuccess = Action(known),
            OnFailure = _random.Next(3) == 0 ? Action(known) : null,
        };
    }

    private string Subject => isRecord ? "shopper" : "input1";

    private static string? Own(IReadOnlyList<ScopedParam> known) => known.Count == 0 ? null : $"no $({known[^1].Name})";

    private RuleAction? Action(IReadOnlyList<ScopedParam> known)
    {
        if (_random.Next(3) > 0)
        {
            return null;
        }

        var text = known.Count > 0 && Coin() ? known[_random.Next(known.Count)].Name : Pick(Texts.Values).Text;
        return new RuleAction(
            RuleAction.OutputExpression,
            new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase)
            {
                ["Expression"] = JsonSerializer.SerializeToElement(Placed(text)),
            }
        );
    }

    private List<ScopedParam> Params(string prefix, int count) =>
        [
            .. Enumerable
                .Range(0, _isBare ? 0 : count)
                .Select(index => (Index: index, Value: Pick(Texts.Values)))
                .Select(item => new ScopedParam($"{item.Value.Kind}{prefix}{item.Index}", Placed(item.Value.Text))),
        ];

    private string Condition(IReadOnlyList<ScopedParam> known, int depth) =>
        depth == 0 || _random.Next(3) == 0
            ? Atom(known)
            : _random.Next(4) switch
            {
                0 => $"not ({Condition(known, depth - 1)})",
                1 =>
                    $"(({Condition(known, depth - 1)}) ? ({Condition(known, depth - 1)}) : ({Condition(known, depth - 1)}))",
                _ =>
                    $"({Condition(known, depth - 1)}) {Pick(["and", "or", "&&", "||", "==", "!="])} ({Condition(known, depth - 1)})",
            };

    private string Atom(IReadOnlyList<ScopedParam> known)
    {
        if (known.Count > 0 && _random.Next(3) == 0)
        {
            var param = known[_random.Next(known.Count)];
            var texts = Texts.ParamConditions.Where(text => text.Kind == param.Name[0]).ToArray();
            return Placed(Pick(texts).Text.Replace("¤", param.Name, StringComparison.Ordinal));
        }

        return isRecord && _random.Next(3) == 0 ? Placed(Pick(Texts.RecordConditions)) : Placed(Pick(Texts.Conditions));
    }

    private string Placed(string text) => text.Replace("§", Way, StringComparison.Ordinal);

    private int Orders() => Pick([0, 1, 2, 3, 5, 100, -1, int.MaxValue, int.MinValue]);

    private long Points() => Pick([0, 1, 5_000_000_000, long.MaxValue, -1]);

    private decimal Amount() => Pick([0, 0.01m, 99.5m, 100m, -1m, decimal.MaxValue]);

    private double Score() => Pick([0, 1.5, -2, 1e300, double.NaN, double.PositiveInfinity]);

    private DateTime Joined() =>
        Pick([
            new(2024, 2, 29, 0, 0, 0, DateTimeKind.Unspecified),
            new(2024, 3, 1, 10, 30, 0, DateTimeKind.Unspecified),
            Now,
            Now.AddSeconds(1),
            DateTime.MinValue,
            DateTime.MaxValue,
        ]);

    private DateTimeOffset Seen() =>
        Pick([new DateTimeOffset(Now, TimeSpan.FromHours(8)), DateTimeOffset.MinValue, DateTimeOffset.MaxValue]);

    private TimeSpan Stay() => Pick([TimeSpan.Zero, TimeSpan.FromMinutes(150), TimeSpan.MaxValue, TimeSpan.MinValue]);

    private Guid Id() => Pick([Guid.Empty, new Guid("7f1d2c3b-0001-4a5b-8c9d-0e1f2a3b4c5d")]);

    private T? Maybe<T>(Func<T> value)
        where T : struct => _random.Next(3) == 0 ? null : value();

    private bool Coin() => _random.Next(2) == 0;

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
}
