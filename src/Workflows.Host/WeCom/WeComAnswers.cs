using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;

namespace Workflows.Host.WeCom;

/// <summary>How routes answer where WeCom is not there, or says no.</summary>
internal static class WeComAnswers
{
    /// <summary>What is missing where no company is connected.</summary>
    public const string NotSetUp = "WeCom is not set up: Channels:WeCom:CorpId is empty.";

    public static ProblemHttpResult NotThere() => Problems.NotFound(NotSetUp);

    public static ProblemHttpResult Refused(string failure) =>
        TypedResults.Problem(statusCode: StatusCodes.Status502BadGateway, title: "WeCom says no.", detail: failure);
}
