using Workflows.Runtime.Activities;

namespace Coupons;

/// <summary>Gives the contact a coupon of a scheme, once, and hands its code to the journey.</summary>
[Activity("Coupons", "Convert", "Gives the contact a coupon.", DisplayName = "Issue coupon", Icon = "gift")]
[FlowNode("Issued", "SoldOut")]
public sealed class IssueCoupon : CodeActivity<string>
{
    /// <summary>Which coupons.</summary>
    [Input(
        Description = "Which coupons are given.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(CouponSchemes),
        IsRequired = true
    )]
    public Input<string> Scheme { get; set; } = default!;

    /// <summary>How long the coupon can be used.</summary>
    [Input(DisplayName = "Valid for", Description = "How long it can be used, for example 7.00:00:00.")]
    public Input<TimeSpan> ValidFor { get; set; } = new(TimeSpan.FromDays(7));

    /// <summary>Until when the coupon can be used.</summary>
    [Output(DisplayName = "Valid until", Description = "Until when it can be used.")]
    public Output<DateTimeOffset>? ValidUntil { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var book = context.GetRequiredService<CouponBook>();

        // The key is the same whenever this step is repeated, so the same coupon comes out of a repetition.
        if (book.Issue(Scheme.Get(context)!, context.EffectKey()) is not { } code)
        {
            await context.CompleteActivityWithOutcomesAsync("SoldOut");
            return;
        }

        context.JournalData["code"] = code;
        context.SetResult(code);
        context.Set(ValidUntil, context.Now + ValidFor.Get(context));
        await context.CompleteActivityWithOutcomesAsync("Issued");
    }
}
