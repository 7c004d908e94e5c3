namespace Workflows.Authoring.Tests.Activities;

/// <summary>A service an activity asks.</summary>
public interface IPriceList
{
    /// <summary>The price of an article.</summary>
    ValueTask<decimal> FindAsync(string article, CancellationToken cancellationToken);
}
