using Workflows.Runtime.Activities;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>Asks a service of the host.</summary>
public class LookUpPrice : CodeActivity<decimal>
{
    public Input<string> Article { get; set; } = default!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var prices = context.GetRequiredService<IPriceList>();
        context.SetResult(await prices.FindAsync(Article.Get(context)!, context.CancellationToken));
    }
}
