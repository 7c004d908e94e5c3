using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Launches.Checks;

/// <summary>Six phases, each once, in order on every way, each later than the one before (S2-45, S2-46, S2-52).</summary>
internal static class LaunchOrder
{
    public static IEnumerable<Diagnostic> Check(LaunchScript script)
    {
        if (script.Start is null)
        {
            return script.Scenes.Count == 0
                ? []
                :
                [
                    LaunchCheck.Found(
                        LaunchCodes.NoStart,
                        "There are phases of a launch, and no launch begins.",
                        "S2-45",
                        "Begin with the block Scripted launch.",
                        script.Scenes[0].Block
                    ),
                ];
        }

        return [.. Missing(script), .. Sequence(script), .. Days(script)];
    }

    private static IEnumerable<Diagnostic> Missing(LaunchScript script) =>
        LaunchPhases
            .All.Where(phase => script.Find(phase) is null)
            .Select(phase =>
                LaunchCheck.Found(
                    LaunchCodes.PhaseMissing,
                    $"The phase '{phase}' is missing.",
                    "S2-52",
                    "Add it; a phase that is left out stays there and says why.",
                    script.Start
                )
            );

    private static IEnumerable<Diagnostic> Sequence(LaunchScript script)
    {
        foreach (
            var early in script.First.Where(block =>
                !string.Equals(NameOf(script, block), LaunchPhases.Interest, StringComparison.Ordinal)
            )
        )
        {
            yield return OutOfOrder($"The launch begins with '{NameOf(script, early)}'.", early.Id);
        }

        foreach (var scene in script.Scenes)
        {
            if (scene.Rank < 0)
            {
                yield return OutOfOrder($"'{scene.Phase}' is no phase of a launch.", scene.Block.Id);
            }

            foreach (
                var next in scene.Next.Where(next => IsOutOfTurn(scene.Rank, LaunchPhases.Rank(NameOf(script, next))))
            )
            {
                yield return OutOfOrder($"'{scene.Phase}' is followed by '{NameOf(script, next)}'.", next.Id);
            }
        }

        foreach (
            var twice in script
                .Scenes.GroupBy(scene => scene.Phase, StringComparer.Ordinal)
                .SelectMany(same => same.Skip(1))
        )
        {
            yield return OutOfOrder($"The phase '{twice.Phase}' is there twice.", twice.Block.Id);
        }
    }

    // What is no phase, or the same one again, is said by itself.
    private static bool IsOutOfTurn(int rank, int next) => rank >= 0 && next >= 0 && next != rank && next != rank + 1;

    private static IEnumerable<Diagnostic> Days(LaunchScript script)
    {
        var told = script.Scenes.Where(scene => scene is { SkipReason: null, Rank: >= 0 }).ToList();
        foreach (var vague in told.Where(scene => scene.At is null))
        {
            yield return LaunchCheck.Found(
                LaunchCodes.PhaseDay,
                $"Nobody can tell when the phase '{vague.Phase}' is.",
                "S2-46",
                "Write day and time down, for example 3 and 10:00.",
                vague.Block
            );
        }

        var timed = told.Where(scene => scene.At is not null).ToList();
        foreach (var (before, after) in timed.Zip(timed.Skip(1)).Where(pair => pair.Second.At <= pair.First.At))
        {
            yield return LaunchCheck.Found(
                LaunchCodes.PhaseDay,
                $"The phase '{after.Phase}' does not come after '{before.Phase}'.",
                "S2-46",
                "Give it a later day or time.",
                after.Block
            );
        }
    }

    private static string NameOf(LaunchScript script, Journeys.JourneyActivity block) =>
        script.Scenes.First(scene => scene.Block == block).Phase;

    private static Diagnostic OutOfOrder(string message, string block) =>
        new(
            LaunchCodes.PhaseOrder,
            message,
            block,
            Remedy: "The order is interest, value, benefit, sale, atmosphere, close."
        )
        {
            Source = "S2-52",
        };
}
