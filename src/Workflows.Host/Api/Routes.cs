using Workflows.Host.Alerts;
using Workflows.Host.Api.Contacts;
using Workflows.Host.Api.Content;
using Workflows.Host.Api.Elsa;
using Workflows.Host.Api.Launches;
using Workflows.Host.Api.Places;
using Workflows.Host.Api.Products;
using Workflows.Host.Api.Rollouts;
using Workflows.Host.Api.Simulations;
using Workflows.Host.Api.Templates;
using Workflows.Host.Auth;
using Workflows.Host.Calendars;
using Workflows.Host.Channels;
using Workflows.Host.GroupBuys;
using Workflows.Host.Http;
using Workflows.Host.Links;
using Workflows.Host.Live;
using Workflows.Host.Locating;
using Workflows.Host.Referral;
using Workflows.Host.Service;
using Workflows.Host.Studio;
using Workflows.Host.WeCom;
using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>The list of everything that answers.</summary>
internal static class Routes
{
    public static void MapRoutes(this IEndpointRouteBuilder routes)
    {
        routes.MapStartPage();
        routes.MapStudioAssets();
        routes.MapStudioFiles();
        routes.MapStudioPages();
        routes.MapSignInPages();
        routes.MapHealth();
        routes.MapHooks();
        routes.MapWeComCallback();
        routes.MapSmsReplies();
        routes.MapLinks();
        routes.MapRatings();
        routes.MapLocating();
        routes.MapWayPages();
        routes.MapOpenApi().AllowAnonymous();

        var api = routes.MapGroup("/api").Allow(Role.Viewer).ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapDefinitions();
        api.MapRuleSets();
        api.MapRuleSetQuestions();
        api.MapRuleSetStudies();
        api.MapRuleSetVersions();
        api.MapEvents();
        api.MapContacts();
        api.MapAttributes();
        api.MapTags();
        api.MapConsents();
        api.MapPools();
        api.MapProducts();
        api.MapPilots();
        api.MapSimulations();
        api.MapGrowth();
        api.MapPolicyPacks();
        api.MapCustomers();
        api.MapMerges();
        api.MapSubscriptions();
        api.MapSegments();
        api.MapStores();
        api.MapStaff();
        api.MapGroups();
        api.MapContent();
        api.MapContentSteps();
        api.MapMedia();
        api.MapPersonas();
        api.MapCalendar();
        api.MapScripts();
        api.MapFigures();
        api.MapUses();
        api.MapDistributions();
        api.MapStocks();
        api.MapInstances();
        api.MapMessages();
        api.MapStaffTasks();
        api.MapAlerts();
        api.MapWorkOrders();
        api.MapFollowUps();
        api.MapLimits();
        api.MapExperiments();
        api.MapLaunches();
        api.MapUsers();
        api.MapWelcome();
        api.MapTransfers();
        api.MapWays();
        api.MapPosters();
        api.MapCorpTags();
        api.MapGroupWelcomes();
        api.MapStatistics();
        api.MapTemplates();
        api.MapGroupBuys();
        api.MapTeams();
        api.MapReferral();
        api.MapInvites();

        routes.MapElsa();
        routes.MapLive();
    }
}
