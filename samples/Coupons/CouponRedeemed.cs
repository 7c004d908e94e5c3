using Workflows.Runtime.Activities;

namespace Coupons;

/// <summary>Starts a journey when a coupon of a scheme is redeemed; inside a journey it waits for that.</summary>
[Activity("Coupons", "Acquire", "Starts when a coupon is redeemed, or waits for it.", DisplayName = "Coupon redeemed")]
public sealed class CouponRedeemed : Trigger<string>
{
    /// <summary>Which coupons.</summary>
    [Input(
        Description = "Which coupons are meant.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(CouponSchemes),
        IsRequired = true
    )]
    public Input<string> Scheme { get; set; } = default!;

    /// <inheritdoc />
    protected override object GetTriggerPayload(TriggerIndexingContext context) => context.Get(Scheme) ?? "";

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            await OnRedeemed(context);
            return;
        }

        context.CreateBookmark(Scheme.Get(context)!, OnRedeemed);
    }

    private ValueTask OnRedeemed(ActivityExecutionContext context)
    {
        context.Set(Result, context.WorkflowInput.Get<string>("Code"));
        return context.CompleteActivityAsync();
    }
}
