using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Execution;

/// <summary>What loops remember between rounds.</summary>
internal static class LoopState
{
    private const string Breaking = "IsBreaking";
    private const string Index = "CurrentIndex";

    public static void BreakNearest(ActivityExecutionContext context)
    {
        for (var frame = context.Parent; frame is not null; frame = frame.Parent)
        {
            if (frame.Node.Activity is ILoop)
            {
                frame.SetProperty(Breaking, true);
                return;
            }
        }
    }

    public static bool IsBreaking(ActivityExecutionContext loop) => loop.GetProperty<bool>(Breaking);

    public static long NextIndex(ActivityExecutionContext loop)
    {
        var index = loop.GetProperty<long>(Index);
        loop.SetProperty(Index, index + 1);
        return index;
    }
}
