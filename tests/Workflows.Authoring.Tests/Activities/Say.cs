using Workflows.Runtime.Activities;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>An expression as input, completed by hand.</summary>
public class Say : Activity
{
    public Input<string> Message { get; set; } = default!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.WriteLine(Message.Get(context) ?? "");
        await context.CompleteActivityAsync();
    }
}
