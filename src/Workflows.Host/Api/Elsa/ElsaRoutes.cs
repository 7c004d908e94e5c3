using Workflows.Host.Api.Elsa.Alterations;
using Workflows.Host.Api.Elsa.Definitions;
using Workflows.Host.Api.Elsa.Descriptors;
using Workflows.Host.Api.Elsa.Instances;
using Workflows.Host.Auth;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Elsa;

/// <summary>
/// Elsa's REST interface as Elsa Studio 3.8 calls it: a translation of our own words, without any logic of its own. Looking is
/// for every role; a route that does more says who may.
/// </summary>
internal static class ElsaRoutes
{
    public const string Root = "/elsa/api";

    public static void MapElsa(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).Allow(Role.Viewer).ExcludeFromDescription();
        api.MapDescriptors();
        api.MapStrategies();
        api.MapFeatures();
        api.MapScripting();
        api.MapDefinitionLists();
        api.MapDefinitionReading();
        api.MapDefinitionSaving();
        api.MapDefinitionBulk();
        api.MapDefinitionTransfer();
        api.MapDefinitionRunning();
        api.MapSubgraphs();
        api.MapActivityTests();
        api.MapInstanceLists();
        api.MapInstanceReading();
        api.MapInstanceActs();
        api.MapActivityExecutions();
        api.MapStimuli();
        api.MapAlterations();
        api.MapRetries();
    }
}
