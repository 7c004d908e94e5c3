using Workflows.Runtime.Activities;

namespace Coupons;

/// <summary>Offers the schemes to designers; it is asked whenever the palette is shown.</summary>
/// <param name="book">Knows them.</param>
public sealed class CouponSchemes(CouponBook book) : IInputOptions
{
    /// <inheritdoc />
    public ValueTask<IReadOnlyList<InputOption>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<InputOption>>([
            .. book.Schemes.Select(scheme => new InputOption(scheme, scheme)),
        ]);
}
