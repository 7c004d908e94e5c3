using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace Workflows.Testing.Seeds;

/// <summary>Where random cases start: at the same place in every run, unless the environment says otherwise.</summary>
internal static class TestSeed
{
    /// <summary>Holds <c>random</c>, or the seed that a failure printed, e.g. <c>(123,457)</c> or <c>(123,457,64)</c>.</summary>
    public const string Switch = "WORKFLOWS_TEST_SEED";

    private const string Fixed = "1,11400714819323198485";

    /// <summary>The seed and gamma, and perhaps the size of the one case to repeat; null where every run takes its own.</summary>
    public static string? Replay { get; } =
        Environment.GetEnvironmentVariable(Switch) switch
        {
            "random" => null,
            { Length: > 0 } chosen => chosen.Trim('(', ')'),
            _ => Fixed,
        };

    /// <summary>For properties that are checked by hand: throws at the first counter-example.</summary>
    public static Config Config { get; } = Config.QuickThrowOnFailure.WithReplay(Parsed(Replay));

    private static FSharpOption<Replay> Parsed(string? replay)
    {
        if (replay is null)
        {
            return FSharpOption<Replay>.None;
        }

        var numbers = replay.Split(',').Select(number => ulong.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var size = numbers.Length > 2 ? FSharpOption<int>.Some((int)numbers[2]) : FSharpOption<int>.None;
        return FSharpOption<Replay>.Some(new Replay(new Rnd(numbers[0], numbers[1]), size));
    }
}
