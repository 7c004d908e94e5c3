using Microsoft.Extensions.DependencyInjection;
using Workflows.Runtime.Activities;

namespace Coupons;

/// <summary>Registers what the activities ask their context for.</summary>
public sealed class CouponPlugin : IActivityPlugin
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services) => services.AddSingleton<CouponBook>();
}
