using System.Reflection;
using Workflows.Testing;

namespace Workflows.Host.Tests.PublicApi;

/// <summary>What a room shows to others changes on purpose only: a changed line is seen in review.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Workflows.Expressions")]
    [InlineData("Workflows.Rules")]
    [InlineData("Workflows.Runtime")]
    [InlineData("Workflows.Marketing")]
    [InlineData("Workflows.Storage")]
    [InlineData("Workflows.Host")]
    public void PublicApi_OfRoom_IsAsApproved(string room) =>
        Approved.Match(PublicApiText.Of(Assembly.Load(room)), $"{room}.approved.txt");
}
